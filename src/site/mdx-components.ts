import AttackLink from '../components/AttackLink.astro';
import Callout from '../components/Callout.astro';
import QueryTab from '../components/QueryTab.astro';
import QueryTabs from '../components/QueryTabs.astro';
import TechniqueCard from '../components/TechniqueCard.astro';
import { ATTACK_LINK } from '../playbooks/markdown/attack-link.ts';

/** What the team's own MDX may use without importing it, and what stands for ids in its prose. */
export const mdxComponents = { Callout, QueryTab, QueryTabs, TechniqueCard, [ATTACK_LINK]: AttackLink };
