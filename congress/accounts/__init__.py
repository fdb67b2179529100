"""People who sign in: account, password, sessions, and the roles they hold at a congress.

Terms: tài khoản (account), vai trò (role), phiếu truy cập (access slip), mật khẩu tạm (temporary password).
"""
