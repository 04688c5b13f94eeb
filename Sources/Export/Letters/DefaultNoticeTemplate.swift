/// Picket's own notice letter: for those who bring no template, and a start for those who write one.
public enum DefaultNoticeTemplate {
  /// The template, in English. It speaks of the sender by name, as that may be a person or an organization.
  public static let text = """
    {{by}}

    To {{target}}

    {{#notice_date}}
    {{notice_date}}

    {{/notice_date}}
    # Notice of termination

    To whom it may concern,

    With this letter, {{by}} gives notice of termination of the {{kind}} contract with {{target}}\
    {{#reference}}, reference {{reference}}{{/reference}}{{#signed_on}}, signed on {{signed_on}}{{/signed_on}}.

    {{#notice_period}}
    The notice period is {{notice_period}}.

    {{/notice_period}}
    {{#effective_date}}
    The contract ends on {{effective_date}}.

    {{/effective_date}}
    {{#reason}}
    The reason is this:

    > {{reason}}

    {{/reason}}
    {{#demand}}
    This step belongs to the campaign “{{campaign}}”, which asks {{target}} for the following:

    > {{demand}}

    {{/demand}}
    {{^demand}}
    This step belongs to the campaign “{{campaign}}”.

    {{/demand}}
    {{#statement}}
    {{by}} adds:

    > {{statement}}

    {{/statement}}
    Please confirm in writing that you have received this notice, and \
    {{#effective_date}}that the contract ends on {{effective_date}}{{/effective_date}}\
    {{^effective_date}}the day on which the contract ends{{/effective_date}}.

    Thank you for the work that was done together.

    Yours faithfully,

    {{by}}

    """
}
