/**
 * What a request to `/local/…` has to carry. A page of another site cannot set it without asking first, and the local
 * cloud says no to such questions.
 */
export const localHeader = { 'x-local-cloud': '1' } as const;
