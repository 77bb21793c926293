import { shop } from '@/types/shop'
import { procedure } from '../kit/procedure'
import { statementShown } from './summed'
import { shopStatements } from './store'

export const statements = procedure(shop, 'statements', {
  async run({ centre, input: { after } }) {
    const { documents, next } = await shopStatements
      .of(centre)
      .page({ where: {}, by: ['month', 'desc'], after })
    return { items: documents.map(statementShown), next }
  },
})
