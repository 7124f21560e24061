/** The package names a declaration file that it does not have; the one it has lies beside its code. */
declare module 'glass-easel-miniprogram-adapter' {
  export * from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter';
}
