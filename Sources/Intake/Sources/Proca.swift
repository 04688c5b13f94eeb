extension SourceForm {
  /// `first_name,last_name,email,area,campaign_name,target_name,msg_subject,msg_body,created_at`. The message is one
  /// to the target, and the area is the signer's.
  static let proca = SourceForm(
    .proca, shapes: [["first_name", "last_name", "email", "area"]], telling: ["campaign_name"],
    meanings: [
      ("area", .region), ("campaign_name", nil), ("target_name", nil), ("msg_subject", nil), ("msg_body", nil),
    ])
}
