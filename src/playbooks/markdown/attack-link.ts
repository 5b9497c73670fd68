/** The element an id in MDX becomes: what it leads to is not known when MDX is compiled. */
export const ATTACK_LINK = 'attack-link';
