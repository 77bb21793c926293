import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useDidShow } from '@tarojs/taro'
import { useRef } from 'react'
import { call, type CallError, type Contracts, type InputOf, type OutputOf } from '@/src/api/call'
import { currentCentre, useCentre } from '@/src/api/centre'
import { newKey } from '@/src/api/key'
import { submitKey, type Submit } from './client'
import { useOnline } from './online'

type ModuleName = keyof Contracts
type ProcedureName<M extends ModuleName> = keyof Contracts[M] & string

/**
 * A page left open, a tab above all, is shown again with what has changed meanwhile. When the network goes or comes,
 * it is drawn again: what it shows is then of an earlier time, or no longer.
 */
export const useFreshWhenShown = (
  enabled: boolean,
  { isStale, refetch }: Pick<UseQueryResult, 'isStale' | 'refetch'>,
): void => {
  useOnline()
  useDidShow(() => {
    if (enabled && isStale) void refetch({ cancelRefetch: false })
  })
}

/** Reads by a procedure, of the centre in use unless said; cached by centre and input: no centre ever shows another's data. */
export const useRead = <M extends ModuleName, P extends ProcedureName<M>>(
  module: M,
  procedure: P,
  input: InputOf<M, P>,
  {
    enabled = true,
    every,
    inCentre,
  }: { enabled?: boolean; every?: number; inCentre?: string } = {},
): UseQueryResult<OutputOf<M, P>, CallError> => {
  const inUse = useCentre()
  const centre = inCentre ?? inUse
  const result = useQuery<OutputOf<M, P>, CallError>({
    queryKey: [module, procedure, centre, input],
    queryFn: () => call(module, procedure, input, centre),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  })
  useFreshWhenShown(enabled, result)
  return result
}

interface PageOf<Item> {
  items: Item[]
  next: string | null
}
type ItemOf<O> = O extends PageOf<infer Item> ? Item : never

/** Procedures that answer a page of a list and where the next begins. */
type ListName<M extends ModuleName> = {
  [P in ProcedureName<M>]: OutputOf<M, P> extends PageOf<unknown> ? P : never
}[ProcedureName<M>]

/** Reads a list page by page; `data` is all that was read so far, `fetchNextPage` reads on. */
export const usePages = <M extends ModuleName, P extends ListName<M>>(
  module: M,
  procedure: P,
  input: Omit<InputOf<M, P>, 'after'>,
  { enabled = true, every }: { enabled?: boolean; every?: number } = {},
): UseInfiniteQueryResult<ItemOf<OutputOf<M, P>>[], CallError> => {
  type Item = ItemOf<OutputOf<M, P>>
  const centre = useCentre()
  const result = useInfiniteQuery<
    PageOf<Item>,
    CallError,
    Item[],
    readonly unknown[],
    string | null
  >({
    queryKey: [module, procedure, centre, input, 'pages'],
    queryFn: ({ pageParam }) =>
      call(
        module,
        procedure,
        { ...input, ...(pageParam !== null && { after: pageParam }) } as InputOf<M, P>,
        centre,
      ) as unknown as Promise<PageOf<Item>>,
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }: InfiniteData<PageOf<Item>>) => pages.flatMap(({ items }) => items),
    enabled,
    ...(every !== undefined && { refetchInterval: every }),
  })
  useFreshWhenShown(enabled, result)
  return result
}

type WithoutKey<I> = Omit<I, 'key'>

export interface Submitting<I, O> {
  /** Sends it; the same tap again, or a retry, sends the same key. */
  submit: (
    input: I,
    then?: { done?: (value: O) => void; failed?: (error: CallError) => void },
  ) => void
  /** On its way; the button waits. */
  busy: boolean
  /** The network is away: it is kept, and sent when the network is back. */
  waiting: boolean
  error: CallError | null
  value: O | undefined
  reset: () => void
}

/**
 * Changes something by a procedure. The idempotency key is made at the first tap and kept until it is answered, so
 * that retries, second taps and a submit that waited for the network count once; `keptKey`, of a draft, outlives the
 * program. Afterwards everything is read again.
 */
export const useSubmit = <M extends ModuleName, P extends ProcedureName<M>>(
  module: M,
  procedure: P,
  keptKey?: string,
): Submitting<WithoutKey<InputOf<M, P>>, OutputOf<M, P>> => {
  const client = useQueryClient()
  const key = useRef<string | null>(null)
  const { mutate, isPending, isPaused, error, data, reset } = useMutation<
    OutputOf<M, P>,
    CallError,
    Submit
  >({
    mutationKey: submitKey,
    onSettled: (_value, failure) => {
      if (!failure?.passing) key.current = null
      void client.invalidateQueries()
    },
  })
  return {
    submit: (input, then) => {
      if (isPending) return
      key.current ??= keptKey ?? newKey()
      mutate(
        { module, procedure, centre: currentCentre(), input: { ...input, key: key.current } },
        {
          ...(then?.done && { onSuccess: then.done }),
          ...(then?.failed && { onError: then.failed }),
        },
      )
    },
    busy: isPending && !isPaused,
    waiting: isPaused,
    error,
    value: data,
    reset,
  }
}
