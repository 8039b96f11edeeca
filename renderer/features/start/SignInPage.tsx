export function SignInPage(_props: { company: object }) {
  return null;
}
