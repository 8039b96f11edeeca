import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { AppError } from '../../shared/api/errors';
import { useErrorText } from '../api/use-error-text';

/** Two people or three sign one act: a wrong signature is typed again and has the keys, the right ones stay. */
export function useTwoSignatures<N extends string>(names: readonly [N, N, ...N[]], error: AppError | null) {
  const errorText = useErrorText();
  const [signatures, setSignatures] = useState(() => Object.fromEntries(names.map((name) => [name, ''])));
  const wrongField = useRef<InputRef>(null);
  const wrong = names.find((name) => error?.details.field === `signatures.${name}`);
  useEffect(() => {
    if (error) wrongField.current?.focus();
  }, [error]);
  return {
    signatures: signatures as Record<N, string>,
    signed: names.every((name) => signatures[name] !== ''),
    /** What was wrong, where it was none of them. */
    refusal: wrong === undefined ? errorText(error) : undefined,
    fieldOf: (name: N) => ({
      ref: wrong === name ? wrongField : undefined,
      value: signatures[name] ?? '',
      onChange: (typed: string) => setSignatures((all) => ({ ...all, [name]: typed })),
      error: wrong === name ? errorText(error) : undefined,
    }),
    typeAgain: (failure: AppError) => {
      const name = names.find((its) => failure.details.field === `signatures.${its}`);
      if (name) setSignatures((all) => ({ ...all, [name]: '' }));
    },
  };
}
