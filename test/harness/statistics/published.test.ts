import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../../../harness/package.ts';
import * as statistics from '../../../statistics.ts';

const published = [
  // Aggregates and profiles
  ...['interquartileMean', 'optimalityGap', 'meanScore', 'probabilityOfImprovement'],
  ...['performanceProfile', 'dolanMoreProfile', 'aggregateRunTime'],
  // Intervals
  ...['stratifiedBootstrap', 'hierarchicalBootstrap', 'expandInterval', 'clusteredStandardError', 'wilson'],
  // Two methods
  ...['wilcoxonSignedRank', 'signFlipTest', 'mcnemar', 'cliffsDelta', 'smallestP', 'canBeSignificant'],
  ...['minimumDetectableEffect', 'pairsNeeded', 'moreToSeparate'],
  // Many methods
  ...['friedman', 'nemenyi', 'bonferroniDunn', 'holm', 'benjaminiHochberg', 'cliques', 'compactLetters', 'tieGroups'],
  // Pools, pairs and orders
  ...['bradleyTerry', 'meanWinRate', 'borda', 'meanRanks', 'kendallTau', 'spearman', 'ndcg'],
  // Gates, randomness, and what is undefined
  ...['nonInferiority', 'predictionInterval', 'splitmix64', 'uniformDouble', 'isUndefined'],
];

describe('creditbench/statistics', () => {
  it('publishes exactly the functions listed here', () => {
    expect(Object.keys(statistics).toSorted()).toEqual(published.toSorted());
    for (const value of Object.values(statistics)) expect(value).toBeTypeOf('function');
  });

  it('is an entry point of the package and of its build', () => {
    expect(JSON.parse(read('package.json')).exports['./statistics']).toEqual({
      types: './dist/statistics.d.ts',
      default: './dist/statistics.js',
    });
    for (const config of ['tsconfig.json', 'tsconfig.build.json'])
      expect(JSON.parse(read(config)).include).toContain('statistics.ts');
  });

  it('says what each function means', () => {
    const files = [...read('statistics.ts').matchAll(/from '(\.\/harness\/statistics\/[^']+)'/g)].map(
      ([, file]) => file!,
    );
    expect(files.length).toBeGreaterThan(35);
    for (const file of files) {
      const exported = [...read(file).matchAll(/(\*\/\n)?export function (\w+)/g)];
      for (const [, comment, name] of exported) expect(comment, `${file}: ${name} has no doc comment`).toBeDefined();
    }
  });
});

function read(name: string): string {
  return readFileSync(join(packageRoot, name), 'utf8');
}
