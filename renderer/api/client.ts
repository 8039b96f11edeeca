import {
  keepPreviousData,
  type MutateOptions,
  type UseMutationOptions,
  type UseQueryOptions,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { type Api, api } from '../../shared/api';
import type { InputOf, Method, OutputOf } from '../../shared/api/contract';
import { AppError } from '../../shared/api/errors';

/** One method of the main process, as the window calls it. */
export interface ClientMethod<M extends Method = Method> {
  (input: InputOf<M>): Promise<OutputOf<M>>;
  /** `feature.method`. */
  readonly key: string;
  readonly method: M;
}

type Client = {
  readonly [F in keyof Api]: {
    readonly [N in keyof Api[F]]: Api[F][N] extends Method ? ClientMethod<Api[F][N]> : never;
  };
};

type FailureListener = (failure: AppError) => void;
const failureListeners = new Set<FailureListener>();

/** Hears of every refused call; the session watches for `locked` and `notSignedIn`. */
export function onFailure(listener: FailureListener): () => void {
  failureListeners.add(listener);
  return () => failureListeners.delete(listener);
}

async function ask<M extends Method>(key: string, input: InputOf<M>): Promise<OutputOf<M>> {
  const reply = await window.bridge.invoke(key, input);
  if (reply.ok) return reply.data as OutputOf<M>;
  const failure = new AppError(reply.error.code, reply.error.reason, reply.error.details);
  for (const listener of failureListeners) listener(failure);
  throw failure;
}

function clientMethod<M extends Method>(key: string, method: M): ClientMethod<M> {
  return Object.assign((input: InputOf<M>) => ask<M>(key, input), { key, method });
}

/** Every method of the contract: `client.dossier.show({ id })` answers a promise, rejected with an `AppError`. */
export const client = Object.fromEntries(
  Object.entries(api).map(([feature, its]) => [
    feature,
    Object.fromEntries(
      Object.entries(its).map(([name, method]) => [name, clientMethod(`${feature}.${name}`, method as Method)]),
    ),
  ]),
) as unknown as Client;

export const queryKey = <M extends Method>(method: ClientMethod<M>, input: InputOf<M>) => [method.key, input] as const;

type ReadOptions<O> = Omit<UseQueryOptions<O, AppError, O, readonly unknown[]>, 'queryKey' | 'queryFn'> & {
  /** Show the answer to the last input until the one to the new input is there (lists that filter and page). */
  keepPrevious?: boolean;
};

/** Reads, and reads again when a commit has changed one of the tables that the method looks at. */
export function useRead<M extends Method>(
  method: ClientMethod<M>,
  input: InputOf<M>,
  { keepPrevious, ...options }: ReadOptions<OutputOf<M>> = {},
) {
  return useQuery<OutputOf<M>, AppError, OutputOf<M>, readonly unknown[]>({
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...options,
    queryKey: queryKey(method, input),
    queryFn: () => method(input),
  });
}

type DoOptions<M extends Method> = Omit<UseMutationOptions<OutputOf<M>, AppError, InputOf<M>>, 'mutationFn'>;

/**
 * Does something; what it changed comes back by live-updates.ts. The same act with the same words, asked for again before it is
 * answered, is a key that was pressed twice: the window learns only some moments later that the first is underway.
 */
export function useDo<M extends Method>(method: ClientMethod<M>, options: DoOptions<M> = {}) {
  const unanswered = useRef<string>(undefined);
  const mutation = useMutation<OutputOf<M>, AppError, InputOf<M>>({
    ...options,
    mutationFn: (input) =>
      method(input).finally(() => {
        unanswered.current = undefined;
      }),
  });
  const mutate = (input: InputOf<M>, then?: MutateOptions<OutputOf<M>, AppError, InputOf<M>>): void => {
    const asked = JSON.stringify(input);
    if (unanswered.current === asked) return;
    unanswered.current = asked;
    mutation.mutate(input, then);
  };
  return { ...mutation, mutate };
}
