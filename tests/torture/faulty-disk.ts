// Runs in a process of its own, between which and the system calls.c stands.
import { openOffice, signIn } from '../api/office';
import { type Act, LATER, perform } from './acts';
import { lookAtCalls, orderCalls } from './calls';
import { putBack } from './folders';
import { type Found, lookAt } from './look';

export interface Refuse {
  do: 'refuse';
  prepared: string;
  dataDir: string;
  act: Act;
  error: 'EIO' | 'ENOSPC';
  /** Only that call, or every one from there on. */
  mode: 'failOnce' | 'failOn';
  /** Every so many calls. */
  every: number;
}

/** What became of an act one of whose calls was refused. */
export interface Refused {
  at: number;
  /** The name of the call. */
  call: string;
  /** `done`, or the reason of the refusal. */
  said: string;
  /** The same of the next act, and of a question. */
  saidNext: string;
  saidAsked: string;
  /** As a kill right afterwards would leave it. */
  killed: Found;
  /** As the program leaves it when it is closed, the disk being well again. */
  closed: Found;
}

/** Does an act over and over, each time with another of its calls refused, until it has no more. */
export async function refuseEachCall(job: Refuse, tell: (refused: Refused) => void): Promise<void> {
  for (let at = 1; ; at += job.every) {
    const its = await refuseOne(job, at);
    if (!its) return;
    tell(its);
  }
}

async function refuseOne({ prepared, dataDir, act, error, mode }: Refuse, at: number): Promise<Refused | undefined> {
  putBack(prepared, dataDir);
  const office = openOffice(LATER, undefined, dataDir);
  const answerTo = async (asking: ReturnType<typeof office.reply>) => {
    const reply = await asking;
    return reply.ok ? 'done' : reply.error.reason;
  };
  try {
    await signIn(office, act.login);
    orderCalls({ mode, at, error });
    const said = await answerTo(perform(office, act));
    const { count, call } = lookAtCalls();
    if (count < at) return undefined;
    const saidAsked = await answerTo(office.reply('people.staff'));
    const saidNext = await answerTo(office.reply('people.signOut'));
    orderCalls({ mode: 'off' });
    const killed = lookAt(dataDir);
    office.close();
    return { at, call, said, saidNext, saidAsked, killed, closed: lookAt(dataDir) };
  } finally {
    orderCalls({ mode: 'off' });
    office.close();
  }
}
