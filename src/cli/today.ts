/** The day by the clock, in UTC, as an ISO date: for what a person writes today, never for what is computed. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
