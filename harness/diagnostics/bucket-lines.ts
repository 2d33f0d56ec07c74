import type { Inside, Instance } from '../contract.ts';
import type { DiagnosticEffort, DiagnosticLine } from '../diagnostic-row.ts';
import { meter } from '../meter.ts';
import type { Random } from '../random.ts';
import { clusteredMean } from '../statistics/clustered-mean.ts';
import { type AblationBias, ablationBias } from './ablation-bias.ts';
import { ablationBiasMap } from './ablation-bias-map.ts';
import { type Bucket, realArms } from './bucket.ts';
import { collectBucket, recollectBucket } from './collect-bucket.ts';
import { correctionRate, correctionTrials } from './correction-rate.ts';
import { clusteredLine, line, undefinedLine } from './diagnostic-line.ts';
import { influence } from './influence.ts';
import { noiseLawRatio } from './noise-law-ratio.ts';
import { splitHalfReliability } from './split-half-reliability.ts';
import { withinGroupVariance } from './within-group-variance.ts';

/** Two collections of the same candidates at one logged context of one role, and what the simulation knows about it. */
type Collected = {
  readonly role: string;
  readonly first: Bucket;
  readonly second: Bucket;
  readonly inside: Inside | undefined;
};

/** What buckets at the logged contexts of these episodes say of replay credit, role by role. c3.md §10.2. */
export async function bucketLines(
  instances: readonly Instance[],
  effort: DiagnosticEffort,
  random: Random,
): Promise<DiagnosticLine[]> {
  const collected: Collected[] = [];
  for (const instance of instances) collected.push(...(await collect(instance, effort, random)));
  const roles = [...new Set(collected.map(({ role }) => role))];
  return roles.flatMap((role) => {
    const ofRole = collected.filter((one) => one.role === role);
    return linesOfRole(role, ofRole, random.stream('lines', role));
  });
}

async function collect(
  instance: Instance,
  { alternatives, replays }: DiagnosticEffort,
  random: Random,
): Promise<Collected[]> {
  const { agents, messages } = instance.episode;
  const { sample, replay } = meter(instance, Number.POSITIVE_INFINITY, random.stream('buckets', instance.id)).probes;
  if (sample === undefined || replay === undefined) return [];
  return Promise.all(
    messages.map(async ({ agent }, step): Promise<Collected> => {
      const nullMessage = instance.inside?.nullMessage(step);
      const next = step + 1 < messages.length ? { nextSymbol: (message: string) => message } : {};
      const plan = { step, alternatives, replays, ...next, ...(nullMessage === undefined ? {} : { nullMessage }) };
      const first = await collectBucket(instance.id, { sample, replay }, plan);
      const second = await recollectBucket(first, { sample, replay });
      return { role: agents[agent]!.role, first, second, inside: instance.inside };
    }),
  );
}

function linesOfRole(role: string, collected: readonly Collected[], random: Random): DiagnosticLine[] {
  const buckets = collected.map(({ first }) => first);
  return [
    reliabilityLine(role, buckets, random),
    noiseLine(role, collected),
    groupLine(role, buckets),
    ...influenceLines(role, collected, random),
    ...ablationLines(role, collected),
    ...correctionLines(role, collected),
  ];
}

function reliabilityLine(role: string, buckets: readonly Bucket[], random: Random): DiagnosticLine {
  const name = 'split-half-reliability';
  const { rho, groups, dropped } = splitHalfReliability(buckets, random);
  if ('reason' in rho) return undefinedLine(name, role, rho.reason);
  const interval = typeof rho.interval === 'string' ? {} : rho.interval;
  const left = dropped.fewCandidates + dropped.fewReplays + dropped.flatHalf;
  const kept = Math.round(groups * (1 - left));
  return line(name, role, rho.mean, kept, interval, `${percent(left)} of ${groups} groups left out`);
}

function noiseLine(role: string, collected: readonly Collected[]): DiagnosticLine {
  const name = 'noise-law-ratio';
  const found = noiseLawRatio(
    collected.map(({ first }) => first),
    collected.map(({ second }) => second),
  );
  if ('reason' in found) return undefinedLine(name, role, found.reason);
  return line(name, role, found.ratio, found.groups, { standardError: found.standardError });
}

function groupLine(role: string, buckets: readonly Bucket[]): DiagnosticLine {
  const name = 'within-group-variance';
  const found = withinGroupVariance(buckets);
  return 'reason' in found
    ? undefinedLine(name, role, found.reason)
    : line(name, role, found.value, found.groups, {}, `${percent(found.excluded)} of the groups left out`);
}

function influenceLines(role: string, collected: readonly Collected[], random: Random): DiagnosticLine[] {
  const heard = collected.filter(({ first }) => first.next !== undefined);
  if (heard.length === 0) return [];
  const exact = heard.flatMap(({ inside, first }) => {
    const value = inside?.influence(first.step, realArms(first).texts);
    return value === undefined ? [] : [{ value, problem: first.problem }];
  });
  const found = influence(
    heard.map(({ first }) => first),
    random,
  );
  const truth = exact.map(({ value }) => value);
  const problems = exact.map(({ problem }) => problem);
  return [
    'reason' in found
      ? undefinedLine('influence-sampled', role, found.reason)
      : clusteredLine(
          'influence-sampled',
          role,
          found.corrected,
          `p = ${found.p.toPrecision(2)} under no influence; plug-in ${found.plugIn.toPrecision(3)}, mean of the permutation null ${found.nullMean.toPrecision(3)} nats`,
        ),
    ...(truth.length === 0 ? [] : [clusteredLine('influence-exact', role, clusteredMean(truth, problems))]),
  ];
}

function ablationLines(role: string, collected: readonly Collected[]): DiagnosticLine[] {
  const removed = collected
    .filter(({ first }) => first.nullArm !== undefined)
    .map(({ first, inside }) => ({
      ablation: ablationBias(first),
      influence: inside?.influence(first.step, realArms(first).texts),
    }));
  if (removed.length === 0) return [];
  const problems = removed.map(({ ablation }) => ablation.problem);
  const meanOf = (of: 'bias' | 'nullLevel') =>
    clusteredMean(
      removed.map(({ ablation }) => ablation[of]),
      problems,
    );
  return [
    clusteredLine('ablation-bias', role, meanOf('bias'), 'what a credit by removal adds to every message alike'),
    clusteredLine('ablation-null-level', role, meanOf('nullLevel')),
    ...concentrationLines(
      role,
      removed.flatMap(({ ablation, influence: heard }) => (heard === undefined ? [] : [{ ablation, heard }])),
    ),
  ];
}

/** Whether the bias sits where messages are heard and differ; only where there is a next message to hear them. */
function concentrationLines(
  role: string,
  heard: readonly { readonly ablation: AblationBias; readonly heard: number }[],
): DiagnosticLine[] {
  const name = 'ablation-concentration';
  const map = ablationBiasMap(
    heard.map(({ ablation }) => ablation),
    Float64Array.from(heard, ({ heard: influenced }) => influenced),
  );
  if ('reason' in map) return [];
  const { concentration } = map;
  return typeof concentration === 'number'
    ? [line(name, role, concentration, heard.length)]
    : [undefinedLine(name, role, concentration.reason)];
}

function correctionLines(role: string, collected: readonly Collected[]): DiagnosticLine[] {
  const trials = collected.flatMap(({ first, inside }) =>
    inside === undefined ? [] : correctionTrials(first, (text) => inside.isWrong(first.step, text), inside.threshold),
  );
  if (trials.length === 0) return [];
  const found = correctionRate(trials);
  if ('reason' in found) return [undefinedLine('correction-rate', role, found.reason)];
  const { uncertainty } = found;
  return [
    line(
      'correction-rate',
      role,
      found.rate,
      found.trials,
      uncertainty.kind === 'wilson' ? uncertainty : { standardError: uncertainty.standardError },
    ),
  ];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
