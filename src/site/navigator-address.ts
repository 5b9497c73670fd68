/** The public ATT&CK Navigator, which opens a layer from anywhere that lets it. */
export const NAVIGATOR = 'https://mitre-attack.github.io/attack-navigator/';
