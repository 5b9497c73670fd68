/** The actors a team cares about, as `content/threats/*.yaml` states them. */
export interface ThreatProfile {
  id: string;
  title: string;
  description?: string;
  actors: { actor: string; weight: number; reason?: string }[];
  source: string;
  path: string;
}
