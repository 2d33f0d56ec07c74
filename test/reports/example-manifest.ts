import { hashOfPlan, usualPlan } from '../../harness/analysis-plan.ts';
import type { Manifest } from '../../harness/manifest.ts';

/** Names that would do harm in HTML, Markdown, LaTeX, a spreadsheet or a terminal. */
export const hostile = {
  html: '<img src=x onerror=alert(1)>',
  sheet: '=1+1|`rm`\\end{table}%$&_#',
  title: 'A | "title" </script><script>alert(2)</script> \u001b[31mred *bold* [link](x)',
} as const;

type Method = Manifest['suite']['methods'][number];

const method = (name: string, title: string, rest: Partial<Method> = {}): Method => ({
  name,
  id: name,
  title,
  source: 'Shapley (1953)',
  targets: ['shapley'],
  needs: ['worth'],
  laws: {},
  control: false,
  code: '0.1.0',
  ...rest,
});

const task = (id: string, title: string, rest: Partial<Manifest['suite']['tasks'][number]> = {}) => ({
  id,
  title,
  version: 2,
  offers: ['worth'],
  truth: 'enumerated',
  null: 'zero',
  blame: null,
  estimands: ['shapley' as const],
  unavailable: null,
  code: '0.1.0',
  ...rest,
});

export const exampleManifest: Manifest = {
  schema: 1,
  versions: { creditbench: '0.1.0', v8: '11.3' },
  node: 'v20.19.0',
  os: 'linux x64',
  cpu: 'Example CPU × 8',
  git: { commit: '0123456789abcdef', dirty: true },
  suite: {
    methods: [
      method('kernel-shap', 'Weighted least squares', { laws: { efficiency: 'always', symmetry: 'in-expectation' } }),
      method('shapley-permutation', 'Random orders'),
      method(hostile.html, hostile.title, { laws: { efficiency: 'always' } }),
      method(hostile.sheet, 'Incomplete'),
      method('leave-one-out', 'Leave one out', { targets: ['removal'] }),
      method('judge[prompt=short]', 'Judge', { targets: ['first-error'], needs: ['judge'] }),
      method('uniform', 'The same for everyone', { control: true, needs: [], targets: [] }),
      method('oracle', 'The truth', { control: true, needs: [], targets: [] }),
    ],
    tasks: [
      task('relay', 'Relay <b>chain</b>', { estimands: ['shapley', 'removal'] }),
      task('glove', 'Glove market', { truth: 'closed-form' }),
      task('logs', 'Annotated logs', {
        offers: ['judge'],
        truth: 'annotated',
        null: 'none',
        estimands: ['first-error'],
      }),
    ],
    budgets: [64, null],
    seeds: 2,
    instances: 5,
    laws: 20,
    diagnostics: [],
    claims: [],
    analysis: usualPlan,
    salt: '',
  },
  argv: ['run', '--methods', `kernel-shap,${hostile.html}`, '--out', "it's"],
  cells: 79,
  start: '2026-01-02T03:04:05Z',
  end: '2026-01-02T03:05:05Z',
  plan: hashOfPlan(usualPlan),
  earlier: [
    {
      argv: ['run', '--methods', 'kernel-shap', '--out', "it's"],
      cells: 20,
      start: '2026-01-01T03:04:05Z',
      plan: 'c81e728d9d4c2f636f067f89cc14862cb1a2c3d4e5f60718293a4b5c6d7e8f90',
    },
  ],
};
