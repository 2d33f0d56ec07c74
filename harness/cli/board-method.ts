import type { BoardFile } from '../../reports/board/board-file.ts';
import type { SubmissionFolder } from '../../reports/board/submission-folder.ts';
import { CreditbenchError, unknownName } from '../errors.ts';
import { brief } from '../files.ts';
import type { Manifest } from '../manifest.ts';
import { resolveMethod } from '../resolve-suite.ts';
import { catalogs } from './catalogs.ts';

type Described = Manifest['suite']['methods'][number];

/** The method that a submission is of: as the box has it, where it claims to come from the box. @throws CreditbenchError `refused` */
export async function submittedMethod({ card, manifest }: SubmissionFolder, board: BoardFile): Promise<Described> {
  const { suite, versions } = manifest;
  if (versions.creditbench !== board.creditbench)
    throw refused(`made with creditbench ${versions.creditbench}; the board is of ${board.creditbench}`);
  if (suite.salt !== board.suite.salt)
    throw refused(`its instances have the salt ${brief(suite.salt)}; the board has ${brief(board.suite.salt)}`);
  const names = suite.methods.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw refused(`manifest.json: method ${brief(twice)} is there twice`);
  const claimed = suite.methods.find(({ name }) => name === card.method);
  if (claimed === undefined) throw unknownName('submitted method', card.method, names);
  const method = isOfTheBox(claimed.code) ? await ofTheBox(claimed) : claimed;
  if (method.control) throw refused(`${brief(method.name)} is a control; every board has its own`);
  return method;
}

export function isOfTheBox(code: string): boolean {
  return code.startsWith('creditbench ');
}

async function ofTheBox(claimed: Described): Promise<Described> {
  const [found] = catalogs.methods.some(({ id }) => id === claimed.id)
    ? await resolveMethod(claimed.name, catalogs)
    : [];
  if (found?.name !== claimed.name)
    throw refused(`${brief(claimed.name)} claims to be of the box (${claimed.code}), which has no such method`);
  if (found.code !== claimed.code)
    throw refused(`${brief(claimed.name)} is of ${brief(claimed.code)}; here it is of ${brief(found.code)}`);
  const { method, name, code } = found;
  const { id, title, source, targets, needs, laws } = method;
  return {
    ...{ name, id, title, source, code, laws },
    targets: [...targets],
    needs: [...needs],
    control: method.control === true,
  };
}

function refused(message: string): CreditbenchError {
  return new CreditbenchError('refused', message);
}
