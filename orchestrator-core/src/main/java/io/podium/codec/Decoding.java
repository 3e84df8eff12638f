package io.podium.codec;

import io.podium.api.meta.ApiObject;
import io.podium.api.meta.Kind;
import io.podium.api.schema.Schema;

/** The decoding of one object from tokens: its kind is checked, its strictness is asked at the end. */
record Decoding(Strictness strictness, Interner interner) {

    <T extends ApiObject<T>> T object(Kind<T> kind, Tokens tokens) {
        var said = new TypeMeta();
        try {
            var object = new SchemaReader(tokens, strictness, interner).read(kind.schema(), said);
            check(kind, said);
            if (LooseFields.has(kind.schema())) {
                strictness.arrange();
            }
            strictness.finish();
            return object;
        } catch (DecodingException e) {
            throw e.within(refusal(kind, said));
        }
    }

    <T> T value(Schema<T> schema, Tokens tokens) {
        var value = new SchemaReader(tokens, strictness, interner).read(schema);
        strictness.finish();
        return value;
    }

    static void check(Kind<?> kind, TypeMeta said) {
        if (said.disagreesWith(kind.apiVersion(), kind.name())) {
            throw new DecodingException(
                    "",
                    "it says apiVersion \"" + said.apiVersion() + "\" and kind \"" + said.kind() + "\", expected \""
                            + kind.apiVersion() + "\" and \"" + kind.name() + '"');
        }
    }

    /** Kubernetes' words. */
    private static String refusal(Kind<?> kind, TypeMeta said) {
        var name = said.kind().isEmpty() ? kind.name() : said.kind();
        var apiVersion = said.apiVersion().isEmpty() ? kind.apiVersion() : said.apiVersion();
        var version = apiVersion.substring(apiVersion.lastIndexOf('/') + 1);
        return name + " in version \"" + version + "\" cannot be handled as a " + kind.name() + ": ";
    }
}
