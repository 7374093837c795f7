// A modal window: the browser's own, which keeps the focus inside, closes by Escape and gives the focus back.

import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

import { texts } from "../state";

export function Window({ title, onClose, children }: { readonly title: string; readonly onClose: () => void; readonly children: ComponentChildren }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before anything is painted, so that the key that closes it works from the first moment.
  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="window-title" onClose={onClose}>
      <header>
        <h2 id="window-title">{title}</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          {texts.value.close}
        </button>
      </header>
      {children}
    </dialog>
  );
}
