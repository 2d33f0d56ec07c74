import type { Access, Probe } from '../contract.ts';
import { CreditbenchError } from '../errors.ts';
import { probeNames } from '../probes.ts';

/** What a method did with its access, filled in while it works. */
export type Watch = {
  /** Probes touched without being declared, even where the refusal was caught. */
  readonly undeclared: Set<Probe>;
  /** Probes asked and not answered yet. */
  readonly pending: Probe[];
  /** The first question that the budget did not allow, even where the refusal was caught. */
  overspent?: string;
};

/** The access itself, with everything that goes through it written down; a question nobody waits for cannot end the process. */
export function watchAccess(
  access: Access<Probe, Probe>,
  declared: readonly Probe[],
): { access: Access<Probe, Probe>; watch: Watch } {
  const watch: Watch = { undeclared: new Set(), pending: [] };
  const watched = new Proxy(access, {
    get(target, name) {
      const probe = probeNames.find((one) => one === name);
      if (probe === undefined) return Reflect.get(target, name);
      if (!declared.includes(probe)) watch.undeclared.add(probe);
      const ask: unknown = Reflect.get(target, name);
      // A probe is a function of its questions; one that is not offered is undefined.
      return typeof ask === 'function' ? asking(probe, ask as Ask, watch) : ask;
    },
  });
  return { access: watched, watch };
}

type Ask = (...question: unknown[]) => Promise<unknown>;

function asking(probe: Probe, ask: Ask, watch: Watch): Ask {
  return (...question) => {
    watch.pending.push(probe);
    const answer = ask(...question);
    const settled = () => watch.pending.splice(watch.pending.indexOf(probe), 1);
    answer.then(settled, (error: unknown) => {
      settled();
      if (error instanceof CreditbenchError && error.code === 'over-budget') watch.overspent ??= error.message;
    });
    return answer;
  };
}
