declare module '*.sql?raw' {
  const text: string;
  export default text;
}

declare module '*.sha256?raw' {
  const text: string;
  export default text;
}
