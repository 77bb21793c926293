import * as v from 'valibot'

/** Roles that are given on a node of the organisation tree and hold for everything below it. */
export const staffRoles = [
  'volunteer',
  'microgridLead',
  'gridWorker',
  'canteenStaff',
  'communityStaff',
  'centreStaff',
  'operator',
  'admin',
  'mediator',
  'professional',
  'lecturer',
  'keeper',
  'partner',
] as const

export type StaffRole = (typeof staffRoles)[number]

export const staffRole = v.picklist(staffRoles)
