/** Stands for the config where a finding names its source; no source can be called so. */
export const CONFIG_SOURCE = '(config)';
