package io.factuur.delivery;

import io.factuur.shared.Labelled;

/** Where a mail stands. */
public enum MailState implements Labelled {
    /** Waits for the operator's release. */
    HELD(Standing.WAITING),
    /** Goes when its time has come; also one that will be tried again. */
    QUEUED(Standing.WAITING),
    /** Taken by a sender, nothing has left. */
    CLAIMED(Standing.WAITING),
    /** About to be handed over: whoever finds it here later cannot know whether it was. */
    SENDING(Standing.WAITING),
    /** The server has taken it over. */
    ACCEPTED(Standing.DELIVERED),
    /** Taken over, and sent back later. */
    BOUNCED(Standing.NEEDS_SOMEBODY),
    /** Refused for good, or tried too often. */
    FAILED(Standing.NEEDS_SOMEBODY),
    /** Twice the answer was lost: it may have arrived, and is not sent again without somebody's word. */
    UNKNOWN(Standing.NEEDS_SOMEBODY),
    /** No longer entitled when its turn came. */
    SKIPPED(Standing.OUT),
    /** Stopped by the operator. */
    STOPPED(Standing.OUT);

    private enum Standing {
        WAITING,
        DELIVERED,
        NEEDS_SOMEBODY,
        OUT
    }

    private final Standing standing;

    MailState(Standing standing) {
        this.standing = standing;
    }

    public boolean delivered() {
        return standing == Standing.DELIVERED;
    }

    public boolean needsSomebody() {
        return standing == Standing.NEEDS_SOMEBODY;
    }

    public boolean waiting() {
        return standing == Standing.WAITING;
    }

    /** Whether it belongs to those that ought to arrive. */
    public boolean counts() {
        return standing != Standing.OUT;
    }

    @Override
    public String labelKey() {
        return "delivery.state." + name();
    }
}
