import { describe, expect, test } from 'vitest';
import { EXIT, exitFor, readOrder } from '../../../electron/app/order';

const given = (switches: Record<string, string>) => readOrder((name) => switches[name], '/home/shen');

describe('the command line', () => {
  test('without an order opens the window', () => {
    expect(given({})).toBeUndefined();
    expect(given({ 'on-own-disk': '' })).toBeUndefined();
  });

  test('names one order with its path', () => {
    expect(given({ 'backup-to': '/media/stick' })).toEqual({ act: 'backup', path: '/media/stick', onOwnDisk: false });
    expect(given({ 'backup-to': 'near', 'on-own-disk': '' })).toEqual({
      ...{ act: 'backup', path: '/home/shen/near', onOwnDisk: true },
    });
    expect(given({ verify: '../x' })).toEqual({ act: 'verify', path: '/home/x' });
  });

  test('is not guessed at when it makes no sense', () => {
    expect(given({ 'backup-to': '' })).toEqual({ act: 'nothing' });
    expect(given({ 'backup-to': '/a', verify: '/b' })).toEqual({ act: 'nothing' });
  });

  test.each([
    ['stickFull', EXIT.place],
    ['stickIsOwnDisk', EXIT.place],
    ['noBagThere', EXIT.place],
    ['bagFileAltered', EXIT.faulty],
    ['jobCancelled', EXIT.givenUp],
    ['noLedgerThere', EXIT.noLedger],
    ['noCompanyYet', EXIT.noLedger],
    ['ledgerInUse', EXIT.noLedger],
    ['databaseDamaged', EXIT.noLedger],
    ['databaseIsNewer', EXIT.noLedger],
    ['schemaAltered', EXIT.noLedger],
    ['notOurFile', EXIT.noLedger],
    ['folderNotWritable', EXIT.noLedger],
    ['fileInTheWay', EXIT.noLedger],
    ['diskFull', EXIT.noLedger],
    ['diskError', EXIT.noLedger],
    ['unexpected', EXIT.failed],
  ])('ends for %s with %i', (reason, code) => expect(exitFor(reason)).toBe(code));
});
