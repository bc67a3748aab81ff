// docs/assets/generated/mpy/micropython.mjs is a copy of the PyScript variant; what we use of it.
export interface MicroPython {
  FS: {
    mkdir(path: string): void;
    mkdirTree(path: string): void;
    writeFile(path: string, text: string | Uint8Array): void;
  };
  globals: { get(name: string): any; set(name: string, value: unknown): void };
  pyimport(name: string): any;
  runPython(code: string): any;
}
export function loadMicroPython(options?: {
  heapsize?: number;
  url?: string;
  stdout?: (line: string) => void;
  stderr?: (line: string) => void;
  linebuffer?: boolean;
}): Promise<MicroPython>;
