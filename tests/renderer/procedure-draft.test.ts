import { describe, expect, test } from 'vitest';
import { SHIPPED_PROCEDURES } from '../../electron/features/complaint/shipped/shipped-procedures';
import {
  addLimit,
  addPenalty,
  addStep,
  gapsOf,
  shift,
  takeOut,
} from '../../renderer/features/procedures/procedure-draft';

const ITS = SHIPPED_PROCEDURES.retail;
const codes = (all: readonly { code: string }[]) => all.map(({ code }) => code);

describe('a draft of a procedure', () => {
  test('gets a step behind another, and never one behind the last', () => {
    const behind = addStep(ITS, 'assess');
    expect(codes(behind.draft.steps).indexOf(behind.place.code ?? '')).toBe(codes(ITS.steps).indexOf('assess') + 1);
    const last = addStep(ITS, 'close');
    expect(codes(last.draft.steps).at(-1)).toBe('close');
    expect(codes(last.draft.steps).at(-2)).toBe(last.place.code);
    // Another one has another code.
    expect(new Set(codes(addStep(last.draft, 'close').draft.steps)).size).toBe(ITS.steps.length + 2);
  });

  test('says what is not filled in yet, and where', () => {
    const { draft, place } = addStep(addPenalty(addLimit(ITS).draft).draft, 'assess');
    expect(gapsOf(draft).map(({ gap, at }) => `${at.part} ${gap}`)).toEqual([
      'step title',
      'step roles',
      'limit title',
      'penalty title',
    ]);
    expect(gapsOf(draft)[0]?.at).toEqual(place);
    expect(gapsOf({ ...ITS, kinds: [], keepYears: 0, title: ' ' }).map(({ gap }) => gap)).toEqual([
      'title',
      'kinds',
      'years',
    ]);
    expect(gapsOf(ITS)).toEqual([]);
  });

  test('moves a step by one and stops at the end; what is taken out leaves the one before', () => {
    const moved = shift(ITS, { part: 'step', code: 'assess' }, 1);
    expect(codes(moved.steps).slice(1, 3)).toEqual(['report', 'assess']);
    expect(shift(ITS, { part: 'step', code: 'register' }, -1)).toBe(ITS);
    const out = takeOut(ITS, { part: 'step', code: 'assess' });
    expect(out.place).toEqual({ part: 'step', code: 'register' });
    expect(codes(out.draft.steps)).not.toContain('assess');
    const none = takeOut(takeOut(ITS, { part: 'limit', code: 'promised' }).draft, { part: 'limit', code: 'atOnce' });
    expect(none.place).toEqual({ part: 'basics' });
  });
});
