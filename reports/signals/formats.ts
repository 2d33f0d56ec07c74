import { openrlhf } from './openrlhf.ts';
import { records } from './records.ts';
import { rewards } from './rewards.ts';
import type { SignalFormat } from './signal-format.ts';
import { trlDpo } from './trl-dpo.ts';
import { trlKto } from './trl-kto.ts';
import { trlPrm } from './trl-prm.ts';
import { verl } from './verl.ts';

/** Every format of training data. A new one is one file and one line here. */
export const signalFormats: readonly SignalFormat[] = [trlDpo, trlKto, trlPrm, rewards, openrlhf, verl, records];
