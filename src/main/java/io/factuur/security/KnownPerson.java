package io.factuur.security;

import java.io.Serializable;

/** Somebody signed in, whatever way they came: by password, passkey, token or another house's word. */
interface KnownPerson extends Serializable {

    Person person();
}
