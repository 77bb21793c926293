import * as v from 'valibot'

/** What volunteers can do and services need: the same words in both, so that they can be matched. */
export const skills = [
  'haircut',
  'appliances',
  'plumbing',
  'cleaning',
  'escort',
  'reading',
  'cooking',
  'delivery',
  'phone',
  'teaching',
  'music',
  'medical',
  'law',
  'counselling',
  'driving',
  'order',
  'children',
  'photography',
] as const
export const skill = v.picklist(skills)

export type Skill = v.InferOutput<typeof skill>
