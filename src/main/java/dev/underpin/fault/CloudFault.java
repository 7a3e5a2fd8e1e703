package dev.underpin.fault;

/** Faults of the cloud as the vehicle meets it: of the exchanges whose path matches a regular expression. */
public sealed interface CloudFault extends Fault {
    /** The answer to one exchange is lost although the cloud acted on it: the n-th that matches, from 1. */
    record ExchangeLost(String path, int occurrence) implements CloudFault {}

    /** The next exchanges, so many, are answered with that status and no content. */
    record CloudStatus(String path, int status, int times) implements CloudFault {}

    /** Something happens to the next answers, so many, on their way to the vehicle. */
    record AnswerSpoilt(String path, AnswerHarm how, int times) implements CloudFault {}

    /** Somebody between the vehicle and an Uptane repository ({@code director} or {@code image-repo}) forges the metadata of a role. */
    record MetadataForged(String repository, MetadataRole role, MetadataHarm forgery) implements CloudFault {}

    /** The cloud's own clock is wrong by so many seconds. */
    record ServerClockWrong(long seconds) implements CloudFault {}

    /** What the manufacturer releases is built with the certificate of a test bench instead of its own. */
    record WrongBuild() implements CloudFault {}

    /** The next request reaches the cloud twice; its second answer is the one that comes back. */
    record RequestDoubled(String path) implements CloudFault {}

    /** The next exchange gets the last answer again that matched the regular expression {@code holding} as a whole. */
    record OldAnswer(String path, String holding) implements CloudFault {}
}
