import { expect, test } from 'vitest';
import { documentationRecord } from '../../src/search/records/documentation.ts';

const MDX = `---
title: How
description: What the numbers mean
---
import Thing from './thing.astro';

## Levels

A **rule** is a claim.

<Thing />
`;

test('a documentation page is found by its prose, without imports and components', () => {
  expect(documentationRecord('how', MDX)).toMatchObject({
    type: 'documentation',
    path: 'docs/how/',
    title: 'How',
    line: 'What the numbers mean',
    text: 'Levels A rule is a claim.',
  });
});

test('the methodology stands at the root', () => {
  expect(documentationRecord('methodology', MDX).path).toBe('methodology/');
});
