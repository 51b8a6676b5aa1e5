/// <reference lib="dom" />

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Creates an element. Text becomes text nodes, never markup. */
export function create<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes))
    if (value !== undefined && value !== false)
      element.setAttribute(attribute, value === true ? '' : String(value));
  element.append(...children);
  return element;
}

/** Returns an element that the page is rendered with. */
export function byId<Type extends HTMLElement>(id: string): Type {
  return document.getElementById(id) as Type;
}
