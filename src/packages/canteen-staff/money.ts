import type { Fen } from '@/types/shared/fen'

/** Yuan as somebody types them, in fen: 8.75 → 875, 12.5 → 1250; null while it is no amount. */
export const fenOf = (typed: string): Fen | null => {
  const [, yuan, part = ''] = /^(\d{1,5})(?:\.(\d{0,2}))?$/.exec(typed.trim()) ?? []
  return yuan === undefined ? null : Number(yuan) * 100 + Number(part.padEnd(2, '0'))
}
