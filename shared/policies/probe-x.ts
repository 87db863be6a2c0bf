export const a = Math.sin(Date.now()) + 2 ** 3;
