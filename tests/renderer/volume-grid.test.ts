import { describe, expect, it } from 'vitest';
import { blockOf, isBlock } from '../../renderer/features/dossier/grid/block-text';
import type { EntryWords } from '../../renderer/features/dossier/grid/cell-entry';
import { chosenKeys, moveCursor, standing } from '../../renderer/features/dossier/grid/grid-cursor';
import { commandOf } from '../../renderer/features/dossier/grid/grid-keys';
import { linesOf } from '../../renderer/features/dossier/grid/grid-lines';
import { newRow } from '../../renderer/features/dossier/grid/volume-draft';

const a = { ...newRow('approval', { title: '甲', pages: 2 }), key: 'a' };
const b = { ...newRow('approval', { title: '乙', pages: 3 }), key: 'b' };
const c = { ...newRow('contracts', { title: '丙', pages: 4 }), key: 'c' };
const lines = linesOf([a, b, c], true);
const words: EntryWords = { original: ['原件'], copy: ['复印件'], signed: ['齐'], unsigned: ['缺'] };

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('the lines of the grid', () => {
  it('group the items by part, number the pages through and end each part with an empty line', () => {
    expect(lines.slice(0, 6).map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'part part-approval',
      'item a',
      'item b',
      'entry entry-approval',
      'part part-contracts',
      'item c',
    ]);
    expect(lines[0]).toMatchObject({ items: 2, pages: 5 });
    expect(lines[5]).toMatchObject({ order: 1, pageFrom: 6, pageTo: 9 });
  });

  it('show only parts with items where nothing can be typed', () => {
    expect(linesOf([c], false).map(({ kind }) => kind)).toEqual(['part', 'item']);
  });
});

describe('the cursor', () => {
  it('steps over the headings of parts', () => {
    const entry = moveCursor(lines, { key: 'b', cell: 'pages' }, 'down', 10);
    expect(entry).toEqual({ key: 'entry-approval', cell: 'pages' });
    expect(moveCursor(lines, entry, 'down', 10).key).toBe('c');
    expect(moveCursor(lines, { key: 'c', cell: 'pages' }, 'listStart', 10).key).toBe('a');
  });

  it('returns with Enter below the cell where a run of Tab began', () => {
    const tabbed = moveCursor(lines, { key: 'a', cell: 'copies' }, 'next', 10);
    expect(tabbed).toMatchObject({ key: 'a', cell: 'pages' });
    expect(moveCursor(lines, tabbed, 'below', 10)).toEqual({ key: 'b', cell: 'copies' });
  });

  it('stays at the last cell, so that Tab can leave the grid', () => {
    const last = { key: 'entry-annex', cell: 'remarks' } as const;
    expect(moveCursor(lines, last, 'next', 10)).toBe(last);
  });

  it('chooses lines and finds another one when its own is gone', () => {
    const extended = moveCursor(lines, { key: 'b', cell: 'title' }, 'extendUp', 10);
    expect([...chosenKeys(lines, extended)]).toEqual(['a', 'b']);
    const fewer = linesOf([a, c], true);
    expect(standing(fewer, { key: 'b', cell: 'pages' }, lines)).toEqual({ key: 'entry-approval', cell: 'pages' });
  });
});

describe('keys', () => {
  it('belong to the text while something is being typed', () => {
    expect(commandOf(press('ArrowLeft'), 'edit', 'title')).toBeUndefined();
    expect(commandOf(press('ArrowLeft'), 'type', 'title')).toBe('left');
    expect(commandOf(press('Delete'), 'type', 'title')).toBeUndefined();
    expect(commandOf(press('z', { ctrlKey: true }), 'edit', 'title')).toBeUndefined();
    expect(commandOf(press('Escape'), 'type', 'title')).toBe('cancel');
    expect(commandOf(press('Escape'), 'select', 'title')).toBeUndefined();
  });

  it('undo, redo, insert, remove and move', () => {
    expect(commandOf(press('z', { ctrlKey: true }), 'select', 'title')).toBe('undo');
    expect(commandOf(press('Z', { ctrlKey: true, shiftKey: true }), 'select', 'title')).toBe('redo');
    expect(commandOf(press('y', { ctrlKey: true }), 'select', 'title')).toBe('redo');
    expect(commandOf(press('i', { ctrlKey: true }), 'select', 'title')).toBe('insertBelow');
    expect(commandOf(press('Delete', { ctrlKey: true }), 'select', 'title')).toBe('removeLines');
    expect(commandOf(press('ArrowUp', { altKey: true }), 'select', 'title')).toBe('moveUp');
    expect(commandOf(press('Enter', { ctrlKey: true }), 'select', 'title')).toBeUndefined();
  });

  it('switch a choice with the space bar, and nothing else', () => {
    expect(commandOf(press(' '), 'select', 'originality')).toBe('toggle');
    expect(commandOf(press(' '), 'select', 'title')).toBeUndefined();
  });
});

describe('copy and paste', () => {
  it('copies items in the columns of the list', () => {
    const text = blockOf(lines, new Set(['b', 'c']), words, (part) => part);
    expect(text).toBe('approval\t2\t乙\t\t\t\t原件\t1\t3\t\r\ncontracts\t1\t丙\t\t\t\t原件\t1\t4\t');
  });

  it('knows a block from a single cell', () => {
    expect(isBlock('一格\r\n')).toBe(false);
    expect(isBlock('一\t二')).toBe(true);
    expect(isBlock('一\n二')).toBe(true);
  });
});
