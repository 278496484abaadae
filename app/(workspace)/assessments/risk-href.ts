/** The page of a risk in its register. */
export const riskHref = (id: string) => `/risks/${id}`
