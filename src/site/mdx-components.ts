import Callout from '../components/Callout.astro';
import QueryTab from '../components/QueryTab.astro';
import QueryTabs from '../components/QueryTabs.astro';
import TechniqueCard from '../components/TechniqueCard.astro';

/** What the team's own MDX may use without importing it. */
export const mdxComponents = { Callout, QueryTab, QueryTabs, TechniqueCard };
