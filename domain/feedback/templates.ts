import type { AnswerTemplate } from '@/types/feedback'

/** More ready words than this take longer to search than to write. */
const mostTemplates = 60

/** The templates with one changed or added, or why that cannot be. */
export const withTemplate = (
  templates: readonly AnswerTemplate[],
  one: AnswerTemplate,
): string | readonly AnswerTemplate[] => {
  const others = templates.filter(({ id }) => id !== one.id)
  if (others.length === templates.length && templates.length >= mostTemplates) return 'TooMany'
  if (!one.retired && others.some(({ name, retired }) => !retired && name === one.name))
    return 'SameName'
  return others.length === templates.length
    ? [...templates, one]
    : templates.map((each) => (each.id === one.id ? one : each))
}
