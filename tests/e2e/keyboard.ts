import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody who has no pointer: presses keys, looks where the focus is, and keeps count. */
export class KeyboardUser {
  readonly #page: Page;
  /** Keys pressed; a typed word counts its characters. */
  pressed = 0;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(key: string): Promise<void> {
    this.pressed += 1;
    await this.#page.keyboard.press(key);
  }

  async type(word: string): Promise<void> {
    this.pressed += word.length;
    await this.#page.keyboard.type(word);
  }

  /** Opens the palette, types, reads what is chosen, and goes there. */
  async goTo(word: string, title: RegExp): Promise<void> {
    await this.press('/');
    await this.type(word);
    const chosen = this.#page.locator('.palette:not([data-waiting]) [role=option][aria-selected=true]');
    await chosen.filter({ hasText: title }).waitFor();
    const address = (await chosen.getAttribute('href'))!;
    await this.press('Enter');
    await this.#page.waitForURL(address);
  }

  /** Skips the header, as the first stop of every page offers. */
  async skipToContent(): Promise<void> {
    await this.press('Tab');
    expect(await this.focused()).toBe('Skip to content');
    await this.press('Enter');
  }

  /** Presses Tab until what has the focus reads so. */
  async tabTo(text: RegExp): Promise<void> {
    const passed: string[] = [];
    do {
      await this.press('Tab');
      passed.push(await this.focused());
      if (passed.length > 40) throw new Error(`No stop for ${String(text)}:\n${passed.join('\n')}`);
    } while (!text.test(passed.at(-1) ?? ''));
  }

  /** The words of what has the focus, and only when they can be seen. */
  async focused(): Promise<string> {
    const focus = this.#page.locator(':focus');
    await expectInSight(focus);
    return (await focus.innerText()).replaceAll(/\s+/g, ' ').trim();
  }
}

/** Expects that some of an element stands in the window, where nothing has to be scrolled for it. */
export async function expectInSight(element: Locator): Promise<void> {
  const isSeen = element.evaluate((it) => {
    const { top, left, width, height } = it.getBoundingClientRect();
    return (
      width > 0 &&
      height > 0 &&
      top < innerHeight &&
      top + height > 0 &&
      left < innerWidth &&
      left + width > 0
    );
  });
  expect(await isSeen).toBe(true);
}
