/** The part of saxen that is used; the package brings no declarations. */
declare module 'saxen' {
  export class Parser {
    on(event: 'openTag', told: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this;
    on(event: 'closeTag', told: (name: string) => void): this;
    on(event: 'text', told: (text: string, decode: Decode) => void): this;
    on(event: 'cdata', told: (text: string) => void): this;
    on(event: 'error', told: (error: Error) => void): this;
    write(chunk: string): this;
    end(): unknown;
  }
  type Decode = (text: string) => string;
}
