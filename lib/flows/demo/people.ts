/** The people of the demo practice. Those with a key are named by the AI systems; all names are invented. */
export interface DemoPerson {
  key?: string
  name: string
  jobTitle: string
  site: 'downtown' | 'northside' | 'lakeside'
}

export const demoSites = [
  { key: 'downtown', name: 'Downtown clinic', state: 'IL' },
  { key: 'northside', name: 'Northside clinic', state: 'IL' },
  { key: 'lakeside', name: 'Lakeside med spa', state: 'WI' },
] as const

const person = (site: DemoPerson['site'], name: string, jobTitle: string, key?: string): DemoPerson => ({
  site,
  name,
  jobTitle,
  ...(key ? { key } : {}),
})

/** Forty people; the first three sign in. */
export const demoPeople: readonly DemoPerson[] = [
  person('downtown', 'Dana Whitfield', 'Compliance officer, RN', 'officer'),
  person('downtown', 'Marcus Oyelaran', 'Physician, owner', 'practice-owner'),
  person('lakeside', 'Priya Castellanos', 'Medical assistant', 'staff'),
  person('downtown', 'Helen Brandt', 'Medical director', 'medical-director'),
  person('downtown', 'Tom Aguirre', 'Office manager', 'office-manager'),
  person('downtown', 'Yusuf Demir', 'IT lead', 'it-lead'),
  person('downtown', 'Carol Nwosu', 'Nurse lead', 'nurse-lead'),
  person('northside', 'Janet Kowalczyk', 'Nurse practitioner, site lead', 'np-lead'),
  person('downtown', 'Luis Ferreira', 'Front desk lead', 'front-desk-lead'),
  person('downtown', 'Rosa Lindqvist', 'Billing lead', 'billing-lead'),
  person('downtown', 'Grace Tanaka', 'Imaging lead', 'imaging-lead'),
  person('lakeside', 'Amelia Roth', 'Marketing', 'marketing'),
  person('lakeside', 'Nadia Petrov', 'Aesthetic nurse', 'nurse-lakeside'),
  person('northside', 'Samuel Achebe', 'Counselor', 'counselor'),
  person('downtown', 'Ben Hartley', 'Physician'),
  person('downtown', 'Ingrid Solberg', 'Physician'),
  person('northside', 'Omar Haddad', 'Physician'),
  person('northside', 'Lucy Chen', 'Physician assistant'),
  person('downtown', 'Peter Novak', 'Registered nurse'),
  person('downtown', 'Fatima Rahman', 'Registered nurse'),
  person('northside', 'Elena Marin', 'Registered nurse'),
  person('northside', 'Jack Dolan', 'Registered nurse'),
  person('lakeside', 'Sofia Bianchi', 'Aesthetic nurse'),
  person('lakeside', 'Kim Walters', 'Aesthetician'),
  person('downtown', 'Andre Baptiste', 'Medical assistant'),
  person('downtown', 'Megan Price', 'Medical assistant'),
  person('northside', 'Victor Lam', 'Medical assistant'),
  person('northside', 'Hannah Ortiz', 'Medical assistant'),
  person('downtown', 'Karl Jensen', 'Radiology technician'),
  person('downtown', 'Mei Sato', 'Radiology technician'),
  person('downtown', 'Olivia Grant', 'Receptionist'),
  person('northside', 'Ruth Mbeki', 'Receptionist'),
  person('lakeside', 'Paula Reyes', 'Receptionist'),
  person('northside', 'Dean Forsyth', 'Receptionist'),
  person('downtown', 'Anita Kapoor', 'Medical coder'),
  person('downtown', 'Greg Sanders', 'Billing specialist'),
  person('downtown', 'Wendy Blake', 'Billing specialist'),
  person('northside', 'Ivan Horvat', 'Lab technician'),
  person('lakeside', 'Chloe Martin', 'Receptionist'),
  person('downtown', 'Ray Donnelly', 'Facilities'),
]
