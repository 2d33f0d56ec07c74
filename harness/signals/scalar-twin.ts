import type { StepClass } from './repair-classes.ts';

/** κ of the first error, ρ of a repair, κ′ of a failure-aligned message. The scale is ours, not the paper's. */
export type TwinScale = { readonly kappa: number; readonly rho: number; readonly kappaTail: number };

export const defaultTwinScale: TwinScale = { kappa: 1, rho: 0.5, kappaTail: 0.5 };

/** `repairPays`: planting an error and repairing it costs nothing, so the rewards can be gamed. */
export type ScalarTwin = { readonly rewards: Float64Array; readonly repairPays: boolean };

/** The preference pairs' counterpart for reinforcement learners: −κ, +ρ, −κ′ or 0 per message, clipped to [−1, 1]. */
export function scalarTwin(classes: readonly StepClass[], scale: TwinScale = defaultTwinScale): ScalarTwin {
  const reward = rewardPerClass(scale);
  // On the clipped numbers: κ = 3 and ρ = 2 both become 1, and then a repair pays.
  return { rewards: Float64Array.from(classes, (one) => reward[one]), repairPays: reward.error + reward.repair >= 0 };
}

function rewardPerClass({ kappa, rho, kappaTail }: TwinScale): Readonly<Record<StepClass, number>> {
  return {
    'pre-error': 0,
    error: clip(-kappa),
    repair: clip(rho),
    'failure-aligned': clip(-kappaTail),
    neutral: 0,
  };
}

function clip(reward: number): number {
  return Math.max(-1, Math.min(1, reward));
}
