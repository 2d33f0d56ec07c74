import { gaussLegendre } from './gauss-legendre.ts';

/**
 * Shapley value of S ↦ σ(b + Σ_{i∈S} c_i), to about 10⁻¹⁰. The logistic function is written as a soft square wave,
 * ½ + Σ_{k odd} (2/kπ)(πω/sinh πω) sin(ωx) with ω = kπ/L; of each wave the multilinear extension is a product over agents,
 * and its integral over t is exact with ⌈n/2⌉ Gauss nodes. O(L n²).
 */
export function logisticValue(intercept: number, slopes: Float64Array): Float64Array {
  const agents = slopes.length;
  const credit = new Float64Array(agents);
  const reach = Math.abs(intercept) + slopes.reduce((sum, slope) => sum + Math.abs(slope), 0);
  // The next edge of the wave is at least 25 away, where the logistic function is within 10⁻¹⁰ of its limit.
  const period = reach + 25;
  const { nodes, weights } = gaussLegendre(Math.ceil(agents / 2));
  const [real, imaginary] = [new Float64Array(agents + 1), new Float64Array(agents + 1)];
  const [cos, sin] = [new Float64Array(agents), new Float64Array(agents)];
  for (let k = 1; ; k += 2) {
    const frequency = (k * Math.PI) / period;
    // The weights fall like e^{−πω}.
    if (Math.PI * frequency > 27) return credit;
    const amplitude = ((2 / (k * Math.PI)) * Math.PI * frequency) / Math.sinh(Math.PI * frequency);
    for (let agent = 0; agent < agents; agent++) {
      cos[agent] = Math.cos(frequency * slopes[agent]!);
      sin[agent] = Math.sin(frequency * slopes[agent]!);
    }
    for (const [at, node] of nodes.entries()) {
      const weight = amplitude * weights[at]!;
      // Products over the agents before, from e^{iωb} on; then, on the way back, over the agents behind.
      real[0] = Math.cos(frequency * intercept);
      imaginary[0] = Math.sin(frequency * intercept);
      for (let agent = 0; agent < agents; agent++) {
        const [x, y] = [1 - node + node * cos[agent]!, node * sin[agent]!];
        real[agent + 1] = real[agent]! * x - imaginary[agent]! * y;
        imaginary[agent + 1] = real[agent]! * y + imaginary[agent]! * x;
      }
      let [u, v] = [1, 0];
      for (let agent = agents - 1; agent >= 0; agent--) {
        const [p, q] = [real[agent]! * u - imaginary[agent]! * v, real[agent]! * v + imaginary[agent]! * u];
        // Im((p + iq)(e^{iωc} − 1))
        credit[agent]! += weight * (p * sin[agent]! + q * (cos[agent]! - 1));
        const [x, y] = [1 - node + node * cos[agent]!, node * sin[agent]!];
        [u, v] = [u * x - v * y, u * y + v * x];
      }
    }
  }
}
