import { useSearchParams } from 'react-router';
import type { z } from 'zod';

/**
 * The filter that the address asks for, with `choose` to ask for another of its `which`. Where the address says something that
 * cannot be asked, the whole of `otherwise` is asked for.
 */
export function useAddressFilter<S extends z.ZodType<{ which: string }>>(
  schema: S,
  named: (params: URLSearchParams) => Readonly<Record<string, unknown>>,
  otherwise: z.input<S>,
): { filter: z.output<S>; choose: (which: z.output<S>['which']) => void } {
  const [params, setParams] = useSearchParams();
  const said = Object.entries(named(params)).filter(([, value]) => value !== undefined && value !== null);
  const { data } = schema.safeParse(Object.fromEntries(said));
  return {
    filter: data ?? schema.parse(otherwise),
    choose: (which) => setParams({ ...Object.fromEntries(params), which }, { replace: true }),
  };
}
