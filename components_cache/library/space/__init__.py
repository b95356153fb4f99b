"""Surfaces, fields and volumes: functions of several variables."""
