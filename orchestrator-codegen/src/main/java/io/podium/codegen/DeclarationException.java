package io.podium.codegen;

import javax.lang.model.element.Element;

/** A record is declared in a way that nothing can be made of. */
final class DeclarationException extends Exception {
    private final transient Element element;

    /**
     * An error at an element.
     *
     * @param element where the compiler shows it
     * @param message type and component, what is wrong, and the remedy
     */
    DeclarationException(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
