/**
 * The address at which a Navigator opens a layer. It reads the part after `#` itself, whatever stands before it.
 *
 * @param navigator Address of the Navigator.
 * @param layer Address of the layer; its host must let the Navigator's fetch it.
 */
export function navigatorLink(navigator: string, layer: string): string {
  return `${navigator.replace(/#.*/s, '')}#layerURL=${encodeURIComponent(layer)}`;
}
