import { expect, test } from 'vitest';
import { matches } from './sigma-matcher.ts';

const fires = (selection: unknown, event: Record<string, unknown>, condition = 'selection'): boolean =>
  matches({ selection, condition }, event);

test('values compare without regard to case, and a list is a choice', () => {
  expect(fires({ Image: ['a.exe', 'B.exe'] }, { Image: 'b.EXE' })).toBe(true);
  expect(fires({ Image: ['a.exe', 'B.exe'] }, { Image: 'c.exe' })).toBe(false);
});

test('a doubled backslash in a value stands for one, a lone one for itself', () => {
  expect(fires({ Path: '\\\\\\\\host\\share' }, { Path: '\\\\host\\share' })).toBe(true);
  expect(fires({ Path: '\\\\\\\\host\\share' }, { Path: '\\host\\share' })).toBe(false);
});

test('a backslash at the end of a value does not swallow what a modifier adds', () => {
  expect(fires({ 'Path|contains': '\\Run\\' }, { Path: 'HKU\\Run\\Updater' })).toBe(true);
  expect(fires({ 'Path|startswith': 'C:\\Windows\\' }, { Path: 'C:\\Windows\\a.exe' })).toBe(true);
});

test('`contains|all` wants every value, `contains` any', () => {
  expect(fires({ Line: 'x' }, { Line: 'axb' })).toBe(false);
  expect(fires({ 'Line|contains': ['x', 'q'] }, { Line: 'axb' })).toBe(true);
  expect(fires({ 'Line|contains|all': ['x', 'q'] }, { Line: 'axb' })).toBe(false);
});

test('`windash` takes a slash for a dash and the other way round', () => {
  expect(fires({ 'Line|contains|windash': ' -i:http' }, { Line: 'regsvr32 /i:http://x' })).toBe(true);
  expect(fires({ 'Line|contains|windash': ' /do' }, { Line: 'net group -do' })).toBe(true);
  expect(fires({ 'Line|contains': ' /do' }, { Line: 'net group -do' })).toBe(false);
});

test('`cidr` and `re` look at the value as an address and as text', () => {
  expect(fires({ 'ip|cidr': '10.20.0.0/16' }, { ip: '10.20.3.4' })).toBe(true);
  expect(fires({ 'ip|cidr': '10.20.0.0/16' }, { ip: '10.21.3.4' })).toBe(false);
  expect(fires({ 'ip|re': '(?i)^AB+$' }, { ip: 'abbb' })).toBe(true);
});

test('a null value matches a field that is empty or absent', () => {
  expect(fires({ StartModule: null }, { StartModule: '' })).toBe(true);
  expect(fires({ StartModule: null }, { StartModule: 'a.dll' })).toBe(false);
});

test('`and` binds closer than `or`, `not` closest', () => {
  const detection = { a: { x: 1 }, b: { y: 1 }, c: { z: 1 } };
  expect(matches({ ...detection, condition: 'a or b and c' }, { x: 1 })).toBe(true);
  expect(matches({ ...detection, condition: '(a or b) and c' }, { x: 1 })).toBe(false);
  expect(matches({ ...detection, condition: 'a and not b and not c' }, { x: 1, z: 1 })).toBe(false);
  expect(matches({ ...detection, condition: 'all of them' }, { x: 1, y: 1, z: 1 })).toBe(true);
});

test('what is not supported is refused', () => {
  expect(() => fires({ 'Line|base64offset': 'x' }, { Line: 'x' })).toThrow('base64offset');
  expect(() => fires(['keyword'], { Line: 'x' })).toThrow('Keyword');
  expect(() => fires({ Line: 'x' }, {}, 'selection and other')).toThrow('other');
});
