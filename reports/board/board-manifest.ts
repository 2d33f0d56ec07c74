import { type Manifest, manifestSchema } from '../../harness/manifest.ts';
import type { BoardFile } from './board-file.ts';

/** A board's suite with these methods as the manifest that the summariser reads. No machine is named: many made the rows. */
export function boardManifest(
  { creditbench, suite: { controls: _, ...suite } }: Pick<BoardFile, 'creditbench' | 'suite'>,
  methods: Manifest['suite']['methods'],
): Manifest {
  return manifestSchema.parse({
    schema: 1,
    versions: { creditbench, v8: '' },
    node: '',
    os: '',
    cpu: '',
    git: null,
    suite: { ...suite, methods, laws: 0 },
    argv: [],
    cells: 0,
    start: '',
    end: '',
    earlier: [],
  });
}
