import { expect, test } from 'vitest';
import { addressOf, fileOf } from '../../../src/site/bundle/page-file.ts';

test('a page has a folder to itself and is asked for by its name with a slash', () => {
  expect(fileOf('/techniques/t1059', 'page')).toBe('techniques/t1059/index.html');
  expect(addressOf('techniques/t1059/index.html')).toBe('techniques/t1059/');
});

test('the home page lies at the root, however Astro writes its path', () => {
  expect(fileOf('/', 'page')).toBe('index.html');
  expect(fileOf('', 'page')).toBe('index.html');
  expect(addressOf('index.html')).toBe('');
});

test('the page for what is missing is a file that web servers look for', () => {
  expect(fileOf('/404', 'page')).toBe('404.html');
  expect(addressOf('404.html')).toBe('404/');
});

test('rows and feeds are named as they are', () => {
  expect(fileOf('/detections/rows.json', 'endpoint')).toBe('detections/rows.json');
  expect(addressOf('detections/rows.json')).toBe('detections/rows.json');
});

test('a page whose name ends like an index keeps it', () => {
  expect(addressOf('detections/team/my-index.html/index.html')).toBe('detections/team/my-index.html/');
});
