/** On a narrow page the family of a technique scrolls sideways: the current one is brought into sight. */
const current = document.querySelector<HTMLElement>('.family [aria-current]');
const strip = current?.closest<HTMLElement>('.family ul');
if (current && strip) strip.scrollLeft = current.offsetLeft - strip.clientWidth / 2 + current.offsetWidth / 2;

export {};
