package io.factuur.security;

import java.io.Serializable;

/**
 * Somebody who asks for something, as every service gets to know them.
 *
 * @param operator holds the global role OPERATOR, which gives no customer role
 * @param viaToken asks with an API token: some roles are for programs only
 */
public record Person(long id, String username, String displayName, String email, boolean operator, boolean viaToken)
        implements Serializable {

    /** Background work that nobody asked for, such as watching a folder: an operator without a row of its own. */
    public static Person house(String job) {
        return new Person(0, "<" + job + ">", job, "", true, false);
    }

    public boolean isHouse() {
        return id == 0;
    }

    public Person withToken() {
        return new Person(id, username, displayName, email, operator, true);
    }
}
